import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { queryPath } from '../rest/soql.ts';
import { failed, ok, warning, type Check } from './check.ts';
import type { PackageSight } from './package-sight.ts';

const Installed = z.object({
    records: z.array(
        z.object({
            SubscriberPackage: z.object({ NamespacePrefix: z.string().nullish(), Name: z.string().nullish() }),
            SubscriberPackageVersion: z.object({
                MajorVersion: z.number(),
                MinorVersion: z.number(),
                PatchVersion: z.number()
            })
        })
    )
});
const SOQL =
    'SELECT Id, SubscriberPackage.NamespacePrefix, SubscriberPackage.Name, SubscriberPackageVersion.MajorVersion, ' +
    'SubscriberPackageVersion.MinorVersion, SubscriberPackageVersion.PatchVersion FROM InstalledSubscriberPackage';

/**
 * Which version of the package is installed. Without a namespace the fields were deployed as source, and have none.
 * The list needs the right to view set-up; without it the fields tell whether the package is there.
 *
 * @throws {OrgUnavailable}
 */
export async function checkPackage(
    session: Session,
    namespace: string | undefined,
    hasFields: boolean,
    sight: PackageSight
): Promise<Check> {
    const where = namespace ?? 'without namespace';
    if (!hasFields)
        return failed('package', sight.installed === true ? 'SF-PACKAGE-HIDDEN' : 'SF-PACKAGE-MISSING', where);
    if (namespace === undefined) return ok('package', 'deployed as source');
    try {
        const { records } = Installed.parse(
            await session.request({ method: 'GET', path: queryPath(`${session.root}/tooling`, SOQL) })
        );
        const ours = records.find(({ SubscriberPackage }) => SubscriberPackage.NamespacePrefix === namespace);
        if (ours === undefined) return warning('package', 'SF-PACKAGE-MISSING', namespace);
        const { MajorVersion, MinorVersion, PatchVersion } = ours.SubscriberPackageVersion;
        return ok('package', `${MajorVersion}.${MinorVersion}.${PatchVersion}`);
    } catch (error) {
        const isRefused = error instanceof Refusal || (error instanceof OrgUnavailable && error.kind === 'forbidden');
        if (isRefused || error instanceof z.ZodError) return ok('package', 'installed');
        throw error;
    }
}
