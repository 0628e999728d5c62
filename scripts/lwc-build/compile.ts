import path from 'node:path';
import ts from 'typescript';
import { bundleFiles, bundleNames, LWC_DIR } from './bundles.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CONFIG = path.join(ROOT, 'config/tsconfig.lwc.json');

/** `c/x` for every bundle: TypeScript allows one `*` in a path, and a bundle's name stands in it twice. */
function bundlePaths(): Record<string, string[]> {
    return Object.fromEntries(bundleNames().map((name) => [`c/${name}`, [path.join(LWC_DIR, name, `${name}.ts`)]]));
}

function declarations(): string[] {
    return ts.sys.readDirectory(path.join(ROOT, 'types'), ['.d.ts']);
}

/**
 * Compiles every bundle's `.ts` to the `.js` beside it, which is what an org is given.
 *
 * @param emit false: only check
 * @returns the faults, as TypeScript prints them; empty when all is well
 */
export function compileBundles(emit: boolean): string {
    const { config } = ts.readConfigFile(CONFIG, (file) => ts.sys.readFile(file)) as {
        config: { compilerOptions: object };
    };
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
    const files = bundleNames().flatMap((name) =>
        bundleFiles(name)
            .filter((file) => file.endsWith('.ts'))
            .map((file) => path.join(LWC_DIR, name, file))
    );
    const program = ts.createProgram([...files, ...declarations()], {
        ...options,
        paths: bundlePaths(),
        noEmit: !emit,
        noEmitOnError: true
    });
    const faults = [...ts.getPreEmitDiagnostics(program)];
    if (emit && faults.length === 0) faults.push(...program.emit().diagnostics);
    return ts.formatDiagnosticsWithColorAndContext(faults, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => ROOT,
        getNewLine: () => '\n'
    });
}
