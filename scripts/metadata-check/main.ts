/** `node scripts/metadata-check/main.ts`: checks the Salesforce package without an org. */
import { checkPackage } from './check-package.ts';
import { checkDeployment, checkResolved, deployedFiles, resolvedFiles } from './deployment.ts';
import { buildComponents } from '../org/built.ts';
import { readSourceTree, ROOT } from 'salesforce-metadata/source-tree.ts';
import { loadCatalogue } from 'salesforce-metadata/wsdl-types.ts';

const HELP = `Checks force-app and unpackaged without an org; builds components that are not built, and changes nothing else:
  every file against the types of Salesforce's Metadata API, every name that is used against what exists,
  French and English texts against each other, the fields against those that the connector writes,
  and what a deployment would send. Prints one line for each fault; ends with 1 when there is one.`;

async function main(): Promise<number> {
    // A fresh clone has no built components, which would be a fault each.
    const broken = buildComponents();
    if (broken !== undefined) {
        console.log(broken);
        return 1;
    }
    const tree = readSourceTree();
    const found = [
        ...checkPackage(tree, loadCatalogue()),
        ...checkDeployment(await deployedFiles(ROOT), tree),
        ...checkResolved(resolvedFiles(ROOT), tree)
    ];
    for (const { file, message } of found) console.log(`${file}: ${message}`);
    const files = [...tree.keys()].filter((file) => file.endsWith('-meta.xml')).length;
    console.log(
        found.length === 0
            ? `${files} metadata files: nothing wrong.`
            : `${files} metadata files, ${found.length} faults.`
    );
    return found.length === 0 ? 0 : 1;
}

if (process.argv.includes('--help')) console.log(HELP);
else process.exitCode = await main();
