import fs from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import { lwc } from './lwc.ts';
import { orgModules } from './org-modules.ts';
import { defines, typescript } from './plugins.ts';
import { FORCE_APP, ROOT } from './tags.ts';

const BROWSER = path.resolve(import.meta.dirname, '../browser');
/** The platform's modules that are played here; the file's name is the module's. */
const PLAYED = ['graphql', 'navigation', 'pageReferenceUtils', 'platformShowToastEvent', 'refresh', 'uiObjectInfoApi', 'uiRecordApi'];

function bundles(): { name: string; path: string }[] {
    const dir = path.join(FORCE_APP, 'lwc');
    return fs
        .readdirSync(dir)
        .map((name) => ({ name: `c/${name}`, path: path.join(dir, name, `${name}.ts`) }))
        .filter((bundle) => fs.existsSync(bundle.path));
}

/** Builds our bundles from their source: under a second, so at every start. @returns the script's text */
export async function buildApp(external: readonly string[], namespace = ''): Promise<string> {
    const build = await rollup({
        input: path.join(BROWSER, 'boot.js'),
        external: [...external],
        onwarn: (warning, tell) => {
            if (!/LWC|lwc/.test(`${warning.plugin} ${warning.message}`) && warning.code !== 'CIRCULAR_DEPENDENCY')
                tell(warning);
        },
        plugins: [
            orgModules(namespace),
            typescript,
            defines,
            lwc(ROOT, [
                ...bundles(),
                ...PLAYED.map((name) => ({ name: `lightning/${name}`, path: path.join(BROWSER, `${name}.js`) }))
            ])
        ]
    });
    const { output } = await build.generate({ format: 'esm', inlineDynamicImports: true });
    await build.close();
    return output[0].code;
}
