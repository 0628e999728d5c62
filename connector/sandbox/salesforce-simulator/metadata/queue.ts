import type { Qualify } from './custom-field.ts';
import { allOf, childOf, isTrue, textOf, type Xml } from './xml.ts';

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
export function readQueue(xml: Xml, developerName: string, qualify: Qualify): Queue {
    const members = childOf(xml, 'queueMembers');
    for (const other of ['publicGroups', 'roles', 'roleAndSubordinates', 'roleAndSubordinatesInternal']) {
        if (allOf(members, other).length > 0) throw new Error(`The queue ${developerName} has ${other} as members.`);
    }
    return {
        developerName,
        name: textOf(xml, 'name') ?? developerName,
        includesBosses: isTrue(xml, 'doesIncludeBosses'),
        objects: allOf(xml, 'queueSobject').map((one) => qualify(textOf(one, 'sobjectType') ?? '')),
        users: allOf(childOf(members, 'users'), 'user').filter((user) => typeof user === 'string')
    };
}
