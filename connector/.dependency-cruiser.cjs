// The laws of the architecture: who may import whom, with type-only and dynamic imports. Whatever is not allowed is
// forbidden. `connector/test/laws` proves that each one bites.

const src = (folders) => `^connector/src/(${folders})`;
/** What every part may use: errors, the words of each language, the log's type, phone numbers as values. */
const EVERYBODY = 'errors/|locales/|log\\.ts$|redact\\.ts$';
const may = (from, to) => ({ from: { path: src(from) }, to: { path: src(to) } });
const LIBRARIES = { dependencyTypes: ['npm', 'core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
    allowedSeverity: 'error',
    allowed: [
        may('domain/', 'domain/'),
        may('locales/', 'locales/|domain/'),
        may('errors/', 'errors/|locales/'),
        may('log\\.ts$', 'redact\\.ts$'),
        may('phone/', 'phone/|domain/'),
        may('contracts/', `contracts/|domain/|${EVERYBODY}`),
        may('config/', `config/|domain/|${EVERYBODY}`),
        may('preferences/', `preferences/|domain/|${EVERYBODY}`),
        may('pipeline/', `pipeline/|contracts/|domain/|phone/|${EVERYBODY}`),
        may('application/', `application/|pipeline/|contracts/|domain/|phone/|config/|preferences/|${EVERYBODY}`),
        ...['quo', 'salesforce', 'store'].map((edge) =>
            may(`${edge}/`, `${edge}/|contracts/|domain/|phone/|${EVERYBODY}`)
        ),
        may('web/', `web/|console/|application/|pipeline/receive\\.ts$|contracts/|domain/|${EVERYBODY}`),
        may('console/', `console/|web/|application/|contracts/|domain/|${EVERYBODY}`),
        may('compose/|main\\.ts$', '.*'),
        { from: { path: '^connector/src/', pathNot: src('domain/|contracts/|pipeline/|application/') }, to: LIBRARIES },
        { from: { path: src('application/') }, to: LIBRARIES },
        { from: { path: src('contracts/') }, to: { path: 'node_modules/(zod|express)|node_modules/@types' } },
        { from: { path: src('pipeline/') }, to: { path: '^util$|node_modules/zod' } },
        { from: { path: '^connector/(sandbox|test)|^packages|^scripts' }, to: {} }
    ],
    forbidden: [
        {
            name: 'sandbox-knows-no-product',
            comment: 'A simulator that shares our parser shares our mistake: give it what it needs as an argument.',
            severity: 'error',
            from: { path: '^(connector/sandbox|packages)/' },
            to: { path: '^connector/src/', reachable: true }
        },
        {
            name: 'product-knows-no-sandbox',
            comment: 'What the product needs lies in connector/src.',
            severity: 'error',
            from: { path: '^connector/src/' },
            to: { path: '^(connector/(sandbox|test)|packages|scripts)/', reachable: true }
        },
        {
            name: 'no-circle',
            comment: 'Two files that need each other are one, or need a third. Types alone may point back.',
            severity: 'error',
            from: { path: '^(connector/src|connector/sandbox|packages)/' },
            to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
        },
        {
            name: 'not-to-unresolvable',
            comment: 'The file or package is not there, or package.json does not name it.',
            severity: 'error',
            from: {},
            to: { couldNotResolve: true }
        }
    ],
    options: {
        doNotFollow: { path: 'node_modules' },
        // Modules of the browser: the stage's build finds them.
        exclude: { path: 'sandbox/stage/browser/' },
        tsPreCompilationDeps: true,
        detectProcessBuiltinModuleCalls: true,
        tsConfig: { fileName: 'connector/tsconfig.json' },
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] }
    }
};
