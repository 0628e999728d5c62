import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text } from 'salesforce-metadata/xml.ts';

/**
 * Labels are the components' own words: what a subscriber can refer to can never be deleted or renamed again, and a label
 * cannot be protected once it was released (ISVforce guide, "Protected Components in Managed Packages").
 */
export function checkLabelRules(model: PackageModel): Problem[] {
    return model.of('labels').flatMap(({ file, root }) =>
        all(root, 'labels')
            .filter((label) => text(label, 'protected') !== 'true')
            .map((label) => problem(file, `${text(label, 'fullName')} is not protected: others could refer to it`))
    );
}
