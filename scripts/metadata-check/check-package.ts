import { checkConnectorNames } from './connector-names.ts';
import { checkContents } from './contents.ts';
import { checkNames } from './names.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import type { Problem } from 'salesforce-metadata/problem.ts';
import { checkReferences } from './references.ts';
import { checkRules } from './rules.ts';
import { checkShape } from 'salesforce-metadata/shape.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { checkTranslations } from './translations.ts';
import { checkUnpackaged } from './unpackaged.ts';
import type { Catalogue } from 'salesforce-metadata/wsdl-types.ts';

/**
 * Checks the package as far as it can be checked without an org: Salesforce's own types, names, references,
 * translations, the fields that the connector writes. What an org alone can tell (formulas, licences, that a deployment
 * is accepted) is not seen here.
 */
export function checkPackage(tree: SourceTree, catalogue: Catalogue): Problem[] {
    const model = loadPackage(tree);
    return [
        ...checkShape(model, catalogue),
        ...checkContents(tree),
        ...checkNames(model),
        ...checkReferences(model),
        ...checkRules(model),
        ...checkTranslations(model),
        ...checkConnectorNames(model),
        ...checkUnpackaged(tree, catalogue)
    ];
}
