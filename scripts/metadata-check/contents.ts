import { kindOf } from 'salesforce-metadata/kinds.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';

/**
 * A record id: three characters of a standard key prefix or of a custom object, then 12 or 15 of letters and digits with
 * at least one digit among the first. Metadata that holds one works in the org it came from only.
 */
const RECORD_ID =
    /\b(?:00[0-9A-Za-z]|01[0-9A-Za-z]|0[0-9A-Z]{2}|a[0-9][0-9A-Za-z])(?=[A-Za-z]*\d)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?\b/;
const ORG_HOST =
    /\b[\w-]+(?:--[\w-]+)?\.(?:sandbox\.|develop\.|scratch\.)?(?:my\.salesforce|lightning\.force|my\.site|file\.force)\.com\b|\b(?:na|eu|cs|um)\d+\.salesforce\.com\b/;
/** An address of the examples' own domain stands for what is put in on deployment. */
const ADDRESS = /\b[\w.+-]+@(?!example\.com\b)[\w-]+\.[\w.]+\b/;
const APEX = /\.(?:cls|trigger|page|component)(?:-meta\.xml)?$|\/aura\//;

function checkText(file: string, source: string): string[] {
    const found: string[] = [];
    const id = RECORD_ID.exec(source)?.[0];
    if (id) found.push(`holds the record id ${id}`);
    const host = ORG_HOST.exec(source)?.[0];
    if (host) found.push(`holds the host of one org, ${host}`);
    const address = file.endsWith('-meta.xml') ? ADDRESS.exec(source)?.[0] : undefined;
    if (address) found.push(`holds the address ${address}`);
    return found;
}

/** No Apex, no kind of file that a managed package does not carry, no ids, hosts or addresses of one org. */
export function checkContents(tree: SourceTree): Problem[] {
    const found: Problem[] = [];
    for (const [file, source] of tree) {
        if (APEX.test(file)) found.push(problem(file, 'is Apex, Visualforce or Aura; the package has none'));
        if (file.startsWith('force-app/') && !file.includes('/lwc/') && !kindOf(file)) {
            found.push(problem(file, 'is of a kind that this package does not hold'));
        }
        if (file.startsWith('force-app/') && kindOf(file)?.kind === 'queue')
            found.push(problem(file, 'is a queue, which is made beside the package: its members are the org’s'));
        if (file.startsWith('force-app/') && kindOf(file)?.kind === 'cspTrustedSite')
            found.push(
                problem(file, 'is a trusted URL, which is one customer’s and can never be taken out of a package')
            );
        if (file.includes('/__tests__/')) continue;
        found.push(...checkText(file, source).map((message) => problem(file, message)));
    }
    return found;
}
