import ts from 'typescript';
import type { Plugin } from 'rollup';

/** What bundlers usually replace, and the base components rely on. */
export const defines: Plugin = {
    name: 'defines',
    transform: (code) =>
        /process\.env\.NODE_ENV|import\.meta\.env/.test(code)
            ? {
                  code: code
                      .replaceAll('process.env.NODE_ENV', '"production"')
                      .replaceAll('import.meta.env.SSR', 'false'),
                  map: null
              }
            : null
};

/** The bundles' TypeScript, as `npm run build:lwc` compiles it. */
export const typescript: Plugin = {
    name: 'typescript',
    transform: (code, id) =>
        id.split('?')[0]?.endsWith('.ts')
            ? {
                  code: ts.transpileModule(code, {
                      compilerOptions: {
                          target: ts.ScriptTarget.ESNext,
                          module: ts.ModuleKind.ESNext,
                          experimentalDecorators: false,
                          verbatimModuleSyntax: true,
                          useDefineForClassFields: true
                      }
                  }).outputText,
                  map: null
              }
            : null
};
