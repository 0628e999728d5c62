import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { text } from 'salesforce-metadata/xml.ts';

/** What the connector asks for, and no more: `Full` and `Web` would open the whole org to a stolen token. */
const SCOPES = new Set(['Api', 'RefreshToken', 'OpenID']);

/** The External Client App carries its scopes and no secret, key or certificate, and belongs to no one org. */
export function checkExternalClientApp(model: PackageModel): Problem[] {
    const found: Problem[] = [];
    for (const app of model.of('eca')) {
        if (text(app.root, 'distributionState') !== 'Packaged') found.push(problem(app.file, 'is not Packaged'));
        if (text(app.root, 'orgScopedExternalApp')) found.push(problem(app.file, 'names the org that it was made in'));
    }
    for (const settings of model.of('ecaOauth')) {
        const name = text(settings.root, 'externalClientApplication') ?? '';
        if (!model.find('eca', name)) found.push(problem(settings.file, `belongs to ${name}, which is not there`));
        const scopes = (text(settings.root, 'commaSeparatedOauthScopes') ?? '').split(',').map((scope) => scope.trim());
        for (const scope of scopes) {
            if (!SCOPES.has(scope)) found.push(problem(settings.file, `asks for the scope ${scope}`));
        }
    }
    return found;
}
