import { CONNECTION, LEAD, SONA_ANSWER, SONA_CALL, TASK, TRANSCRIPT } from '../domain/records/names.ts';

const OURS: ReadonlySet<string> = new Set(
    [TASK, SONA_CALL, SONA_ANSWER, TRANSCRIPT, CONNECTION, LEAD]
        .flatMap((names): readonly string[] => Object.values(names))
        .concat(['Sona_Call__c', 'Sona_Answer__c', 'Quo_Transcript__c', 'Quo_Connection__c'])
        .filter((name) => /__[cr]$/.test(name))
);

/** From our name of an object, a field or a relation to the org's: only what the package brings carries its prefix. */
export type NameInOrg = (name: string) => string;

/** @param namespace of the installed package, without underscores */
export function nameInOrg(namespace: string | undefined): NameInOrg {
    return namespace === undefined ? (name) => name : (name) => (OURS.has(name) ? `${namespace}__${name}` : name);
}

/** Whether the package brings this object, field or relation. */
export function isOurs(name: string): boolean {
    return OURS.has(name);
}
