import { globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

export default ts.config(
    globalIgnores(['**/dist/**', '**/schema.d.ts']),
    ...ts.configs.recommended,
    ...vue.configs['flat/recommended'],
    {
        files: ['**/*.vue'],
        languageOptions: { parserOptions: { parser: ts.parser } },
    },
    {
        rules: {
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-unused-vars': 'off', // the type checker says it better
            'vue/no-v-html': 'error', // what people write is never markup
            'vue/multi-word-component-names': 'off',
            // Layout of templates is ours: 4 spaces, 132 columns
            'vue/html-indent': ['warn', 4],
            'vue/max-attributes-per-line': 'off',
            'vue/singleline-html-element-content-newline': 'off',
            'vue/html-closing-bracket-newline': 'off',
            'vue/html-self-closing': ['warn', { html: { void: 'always', normal: 'always', component: 'always' } }],
            'vue/first-attribute-linebreak': 'off',
            'vue/multiline-html-element-content-newline': 'off',
            'vue/attributes-order': 'off',
        },
    },
)
