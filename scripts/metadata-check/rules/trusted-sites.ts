import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { text } from 'salesforce-metadata/xml.ts';

/** What Salesforce lets pages load from somewhere else: one host over HTTPS, for sound, pictures and nothing more. */
export function checkTrustedSites(model: PackageModel): Problem[] {
    return model.of('cspTrustedSite').flatMap((site) => {
        const found: string[] = [];
        if (!/^https:\/\/[^/*]+$/.test(text(site.root, 'endpointUrl') ?? ''))
            found.push('trusts something else than one host over HTTPS');
        const opened = site.root.children.filter(
            (child) => child.name.startsWith('isApplicableTo') && child.text === 'true'
        );
        const names = opened.map((child) => child.name).sort();
        if (names.join() !== 'isApplicableToImgSrc,isApplicableToMediaSrc')
            found.push('opens something else than media and images');
        return found.map((message) => problem(site.file, message));
    });
}
