/** What the server says of a refusal or failure (RFC 9457), in the language that was asked for. */
export interface Problem {
  /** The stable name, for copying into a question to whoever runs the platform. */
  code: string
  status: number
  title?: string
  detail?: string
  /** What the person can do now. */
  action?: string
  /** Whatever else the problem carries: `report`, `version`, `row`… */
  [argument: string]: unknown
}

/** Thrown by every call of `api`; pages show it with `ProblemNotice`. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title ?? problem.code)
    this.name = 'ApiProblem'
  }

  get code(): string {
    return this.problem.code
  }

  /** Worth repeating as it is: nothing is known to have been refused. */
  get passing(): boolean {
    return this.problem.status === 0 || this.problem.status >= 500
  }
}

/** Reads a problem from a response's body, or makes one from its status alone. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const code = typeof members.code === 'string' ? members.code : `http-${status}`
  return new ApiProblem({ ...members, code, status })
}

/** No answer came at all. */
export const unreachable = () => new ApiProblem({ code: 'unreachable', status: 0 })

export function asProblem(error: unknown): Problem {
  return error instanceof ApiProblem
    ? error.problem
    : { code: 'unexpected', status: 0, detail: String(error) }
}
