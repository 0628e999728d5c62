/** `node scripts/lwc-build/main.ts [--check]`: compiles the Lightning bundles, or only checks their types and those of their tests. */
import { bundleNames } from './bundles.ts';
import { checkTests, compileBundles } from './compile.ts';
import { checkGrammar, copyGrammar } from './shared-grammar.ts';

const check = process.argv.includes('--check');
if (process.argv.includes('--help')) {
    console.log(
        'Compiles every bundle under force-app to the .js beside its .ts. --check: types only, tests too; writes nothing.'
    );
} else {
    if (!check) copyGrammar();
    const faults = checkGrammar() || compileBundles(!check) || (check ? checkTests() : '');
    if (faults) {
        console.error(faults);
        process.exitCode = 1;
    } else {
        console.log(`${check ? 'Checked' : 'Built'} ${bundleNames().length} bundles.`);
    }
}
