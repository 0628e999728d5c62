import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { lwc } from './lwc.ts';
import { orgModules } from './org-modules.ts';
import { defines } from './plugins.ts';
import { baseComponents, ROOT } from './tags.ts';

const ENTRY = 'entry:';

/** Where the engine and the base components lie once built, and the browser's map of their names. */
export interface Vendor {
    readonly dir: string;
    readonly names: readonly string[];
    readonly importMap: Readonly<Record<string, string>>;
}

const fileOf = (name: string) => name.replace(/[@/]/g, '_');

const entries: Plugin = {
    name: 'entries',
    resolveId: (id, importer) => (!importer && id.startsWith(ENTRY) ? `\0${id}` : null),
    load: (id) => {
        if (!id.startsWith(`\0${ENTRY}`)) return null;
        const name = id.slice(ENTRY.length + 1);
        if (name === '@lwc/synthetic-shadow') return `import '${name}';`;
        return name === 'lwc' ? `export * from 'lwc';` : `export * from '${name}'; export { default } from '${name}';`;
    }
};

/** Changes whenever something that the build depends on does. */
function fingerprint(names: readonly string[]): string {
    const versions = ['lwc', '@lwc/rollup-plugin', 'lightning-base-components', 'rollup'].map((name) =>
        fs.readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')
    );
    const sources = ['vendor.ts', 'lwc.ts', 'org-modules.ts', 'plugins.ts'].map((file) =>
        fs.readFileSync(path.join(import.meta.dirname, file), 'utf8')
    );
    return createHash('sha256')
        .update([...names, ...versions, ...sources].join('\n'))
        .digest('hex')
        .slice(0, 16);
}

/** Builds the engine and the base components, once for each version of them: it takes many seconds. */
export async function buildVendor(): Promise<Vendor> {
    const names = ['lwc', '@lwc/synthetic-shadow', ...baseComponents()];
    const dir = path.join(ROOT, 'node_modules/.cache/quo-stage', fingerprint(names));
    const importMap = Object.fromEntries(names.map((name) => [name, `/vendor/${fileOf(name)}.js`]));
    if (fs.existsSync(path.join(dir, 'done'))) return { dir, names, importMap };
    const build = await rollup({
        input: Object.fromEntries(names.map((name) => [fileOf(name), `${ENTRY}${name}`])),
        treeshake: false,
        onwarn: () => {},
        plugins: [entries, orgModules(), defines, lwc(import.meta.dirname, [])]
    });
    await build.write({ dir, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' });
    await build.close();
    fs.writeFileSync(path.join(dir, 'done'), '');
    return { dir, names, importMap };
}
