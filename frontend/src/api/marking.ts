/**
 * Whether a file's name bears a secrecy marking: then it is not sent at all. The same rules as the server's, which
 * looks again, and into the file too (`backend/reader`, package `marking`); both are tried on one list of names.
 */

const LEVELS = ['绝密', '机密', '秘密', '絕密', '機密', '祕密']
const LABELS = [
  '密级和保密期限',
  '密级及保密期限',
  '文件密级',
  '保密等级',
  '保密级别',
  '秘密等级',
  '涉密等级',
  '密级',
  '密級',
]
const URGENT = ['特急', '加急', '急件', '平急', '特提', '急']
const KINDS = ['文件', '材料', '资料', '级', '件']
const FOREVER = ['长期', '永久', '启用后公开']
const UNITS = ['年', '个月', '月', '天', '日']
const STARS = '★☆*✩✭✮⭐'
const SURE_STARS = '★☆'
const NUMERALS = '0123456789〇零一二三四五六七八九十两半'
const MINOR = '()[]【】〔〕〈〉{}「」-_·.:,;!、，。；！ '
const SEPARATORS = ' -_+&|~.@#=([【〔〈{「)]】〕〉}」'

const PLAIN: Record<string, string> = {
  '✱': '*',
  '∗': '*',
  '﹡': '*',
  '※': '*',
  '⁎': '*',
  '–': '-',
  '—': '-',
  '―': '-',
  '─': '-',
  '‐': '-',
  '‑': '-',
  '﹕': ':',
  '∶': ':',
  '⭑': '★',
  '✦': '★',
  '✪': '★',
}

/** Full-width forms made plain, white space a blank, what does not show left out. */
function plain(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    const code = text.charCodeAt(i)
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0)
    else if (code !== 0xfeff && /\s/.test(c)) out += ' '
    else if (!/\p{Cf}/u.test(c) && code !== 0xfe0f) out += PLAIN[c] ?? c
  }
  // 秘　密 is set apart only to look well.
  return out.trim().replace(/([绝机秘絕機祕]) +(?=密)|(密) +(?=[级級])/g, '$1$2')
}

/** Reads a piece of a name that may be a marking and nothing else. */
class Segment {
  private at = 0
  starred = false
  termed = false

  constructor(private readonly text: string) {}

  classified(): boolean {
    this.skip(MINOR)
    this.copyNumber()
    this.urgency()
    if (this.take(LABELS)) this.skip(MINOR)
    this.skip(STARS)
    if (!this.take(LEVELS)) return false
    this.take(KINDS)
    this.skip('(（')
    this.starred = this.on(STARS)
    this.skip(STARS + MINOR)
    this.termed = this.term()
    this.skip(MINOR)
    this.urgency()
    this.copyNumber()
    this.skip(MINOR)
    return true
  }

  whole(): boolean {
    return this.classified() && this.at === this.text.length
  }

  /** Begins with one that can’t be anything else. */
  begins(): boolean {
    return this.classified() && ((this.termed && this.starred) || this.sureStar())
  }

  labelled(): boolean {
    this.skip(MINOR + STARS)
    if (!this.take(LABELS)) return false
    this.skip(MINOR + STARS)
    return this.take(LEVELS) && !this.on('□○、/或和与及')
  }

  private sureStar(): boolean {
    return LEVELS.some((level) => {
      const place = this.text.indexOf(level)
      const star = this.text.charAt(place + 2)
      return place >= 0 && place <= this.at && star !== '' && SURE_STARS.includes(star)
    })
  }

  private urgency() {
    if (this.take(URGENT)) this.skip(MINOR)
  }

  private copyNumber() {
    const before = this.at
    this.take(['份号', '份數', 'No.', 'NO.', 'No', 'NO', '№'])
    this.skip(MINOR)
    const digits = /^\d*/.exec(this.text.slice(this.at, this.at + 7))?.[0].length ?? 0
    this.at = digits === 6 ? this.at + 6 : before
    if (this.at > before) this.skip(MINOR)
  }

  private term(): boolean {
    if (this.take(FOREVER)) return true
    const before = this.at
    while (this.at - before < 5 && this.on(NUMERALS)) this.at++
    if (this.at > before && this.take(UNITS)) return true
    this.at = before
    return false
  }

  private on(characters: string): boolean {
    return this.at < this.text.length && characters.includes(this.text.charAt(this.at))
  }

  private skip(characters: string) {
    while (this.on(characters)) this.at++
  }

  private take(words: string[]): boolean {
    const word = words.find((one) => this.text.startsWith(one, this.at))
    this.at += word?.length ?? 0
    return word !== undefined
  }
}

/** One that can’t be anything else stands in it, however it goes on. */
const holds = (compact: string) =>
  [...compact].some((_, at) => {
    const rest = compact.slice(at, at + 16)
    // 工作秘密 and 商业秘密 are secrets of other kinds.
    const other = /工作$|商业$/.test(compact.slice(Math.max(0, at - 2), at))
    return !other && LEVELS.some((level) => rest.startsWith(level)) && new Segment(rest).begins()
  })

function tokens(stem: string): string[] {
  const parts = ['']
  for (let i = 0; i < stem.length; i++) {
    if (SEPARATORS.includes(stem.charAt(i))) parts.push('')
    else parts[parts.length - 1] += stem.charAt(i)
  }
  return parts.filter((part) => part !== '')
}

export function isClassifiedName(fileName: string): boolean {
  const name = plain(fileName)
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 && name.length - dot <= 6 ? name.slice(0, dot) : name
  const compact = stem.replace(/ /g, '')
  if (new Segment(compact).whole() || new Segment(compact).begins() || new Segment(compact).labelled())
    return true
  if (holds(compact)) return true
  const parts = tokens(stem)
  const sure = parts.some((part) => {
    const segment = new Segment(part)
    return (segment.whole() && (segment.starred || segment.termed)) || new Segment(part).labelled()
  })
  // Two levels beside each other are talk of levels.
  return sure || parts.filter((part) => new Segment(part).whole()).length === 1
}
