import { hasFieldSecurity } from 'salesforce-metadata/field-security.ts';
import { checkNames } from './names.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { checkPermissionRules } from './rules/permission-sets.ts';
import { checkTrustedSites } from './rules/trusted-sites.ts';
import { checkShape } from 'salesforce-metadata/shape.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import type { Catalogue } from 'salesforce-metadata/wsdl-types.ts';
import { all, deep, text } from 'salesforce-metadata/xml.ts';

/**
 * What is deployed beside the package: no packaged name in its permission sets (the package has its own, and its names
 * get a namespace once it is installed), and pages that the package holds.
 */
export function checkUnpackaged(tree: SourceTree, catalogue: Catalogue): Problem[] {
    const outside = loadPackage(tree, 'unpackaged/');
    const inside = loadPackage(tree);
    const found = [
        ...checkShape(outside, catalogue),
        ...checkNames(outside),
        ...checkPermissionRules(outside, inside),
        ...checkTrustedSites(outside)
    ];
    for (const set of outside.of('permissionset')) {
        for (const permission of all(set.root, 'fieldPermissions')) {
            const [object = '', field = ''] = (text(permission, 'field') ?? '').split('.');
            if (hasFieldSecurity(object, field)) continue;
            found.push(problem(set.file, `covers ${object}.${field}, which is no standard field with field security`));
        }
        for (const permission of all(set.root, 'objectPermissions')) {
            const object = text(permission, 'object') ?? '';
            if (object.endsWith('__c'))
                found.push(problem(set.file, `grants ${object}, which is the package's to grant`));
        }
    }
    for (const queue of outside.of('queue')) {
        // A queue with members would put others out whenever it is deployed again.
        if (all(queue.root, 'queueMembers').length > 0)
            found.push(problem(queue.file, 'names members, who are the org’s to name'));
    }
    for (const object of outside.of('object')) {
        for (const override of deep(object.root, 'actionOverrides')) {
            const name = text(override, 'content') ?? '';
            const page = inside.find('flexipage', name);
            if (!page) found.push(problem(object.file, `activates the page ${name}, which is not there`));
            else if (text(page.root, 'sobjectType') !== object.name) {
                found.push(problem(object.file, `activates ${name}, which is a page of another object`));
            }
        }
    }
    return found;
}
