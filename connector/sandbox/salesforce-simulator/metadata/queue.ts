import type { Qualify } from './custom-field.ts';
import { all, first, isTrue, trimmed, type Element } from 'salesforce-metadata/xml.ts';

/** A queue as a source folder declares it. */
export interface Queue {
    readonly developerName: string;
    readonly name: string;
    /** "Grant Access Using Hierarchies". */
    readonly includesBosses: boolean;
    /** Objects whose records it can own. */
    readonly objects: readonly string[];
    /** Usernames of its members. */
    readonly users: readonly string[];
}

/** Reads a `Queue` file. @throws {Error} for members that are no users */
export function readQueue(xml: Element, developerName: string, qualify: Qualify): Queue {
    const members = first(xml, 'queueMembers');
    for (const other of ['publicGroups', 'roles', 'roleAndSubordinates', 'roleAndSubordinatesInternal']) {
        if (all(members, other).length > 0) throw new Error(`The queue ${developerName} has ${other} as members.`);
    }
    return {
        developerName,
        name: trimmed(xml, 'name') ?? developerName,
        includesBosses: isTrue(xml, 'doesIncludeBosses'),
        objects: all(xml, 'queueSobject').map((one) => qualify(trimmed(one, 'sobjectType') ?? '')),
        users: all(first(members, 'users'), 'user').filter((user) => typeof user === 'string')
    };
}
