import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { text, texts } from 'salesforce-metadata/xml.ts';

/** Sets that are given to one person at a time, or to the connector's user: no role brings them along. */
const BY_PERSON = ['Quo_Recording_Listener', 'Quo_Integration'];

/**
 * A group holds sets of the package, of people, once each. A package can add sets to a group later, and never take the
 * group away (2GP guide, "Components Available in Second-Generation Managed Packages", v65.0).
 */
export function checkPermissionSetGroups(model: PackageModel): Problem[] {
    return model.of('permissionsetgroup').flatMap((group) => {
        const sets = texts(group.root, 'permissionSets');
        const found = [
            ...(sets.length === 0 ? ['holds no permission set'] : []),
            ...sets.filter((set) => !model.find('permissionset', set)).map((set) => `holds ${set}, which is not there`),
            ...sets.filter((set) => BY_PERSON.includes(set)).map((set) => `holds ${set}, which no role brings along`),
            ...sets.filter((set, index) => sets.indexOf(set) !== index).map((set) => `holds ${set} twice`),
            // A group that waits to be calculated gives nobody anything (Metadata API, PermissionSetGroup).
            ...(text(group.root, 'status') === 'Updated' ? [] : ['is not Updated: nobody would get what it holds'])
        ];
        return found.map((message) => problem(group.file, message));
    });
}
