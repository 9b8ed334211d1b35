import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const features = [
  'home',
  'filing',
  'reports',
  'search',
  'statistics',
  'coincidences',
  'organizations',
  'campaigns',
  'jobs',
  'rectification',
  'register',
  'system',
]

/** Forbids imports by pattern, with one sentence that says which way the arrows go. */
const forbid = (group, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
})

export default tseslint.config(
  { ignores: ['dist', 'target', 'e2e', 'src/api/schema.d.ts', 'src/components.d.ts'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  prettier,
  {
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // Arrows: app → features → reading → api, ui. A feature knows no other feature.
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: forbid(
      [
        '@/app/*',
        '../*',
        ...features.filter((other) => other !== feature).map((other) => `@/features/${other}/*`),
      ],
      'A feature imports reading, api and ui only: no other feature, nothing of app.',
    ),
  })),
  {
    files: ['src/reading/**'],
    rules: forbid(['@/app/*', '@/features/*', '../*'], 'reading knows api and ui only.'),
  },
  {
    files: ['src/ui/**'],
    rules: forbid(
      ['@/app/*', '@/features/*', '@/reading/*', '@/api/*', '../*'],
      'ui knows nothing of the product.',
    ),
  },
  {
    files: ['src/api/**'],
    rules: forbid(
      ['@/app/*', '@/features/*', '@/reading/*', '@/ui/*', '../*'],
      'api knows the server alone.',
    ),
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
)
