import { badRequest } from '../org-error.ts';
import { wrongKind } from '../rules/values/wrong-kind.ts';

type Json = Readonly<Record<string, unknown>>;

/** @throws {OrgError} JSON_PARSER_ERROR naming the first key that the resource does not have */
export function requireKeys(json: Json, known: readonly string[]): void {
    for (const key in json) {
        if (!known.includes(key)) throw badRequest('JSON_PARSER_ERROR', `Unrecognized field "${key}"`);
    }
}

/** A switch of a request: absent or null is off. @throws {OrgError} JSON_PARSER_ERROR for anything but true and false */
export function switchOf(value: unknown): boolean {
    if (value === undefined || value === null) return false;
    if (typeof value !== 'boolean') throw wrongKind('boolean', value);
    return value;
}

/** A list of objects. @throws {OrgError} JSON_PARSER_ERROR when it is none or holds something else */
export function objectsOf(value: unknown, name: string): Record<string, unknown>[] {
    if (!Array.isArray(value)) throw badRequest('JSON_PARSER_ERROR', `The ${name} list is required.`);
    const wrong = value.findIndex((item) => item === null || typeof item !== 'object' || Array.isArray(item));
    if (wrong >= 0) throw wrongKind('object', value[wrong] ?? 'null');
    return value as Record<string, unknown>[];
}

/** The same, with at least one in it. @throws {OrgError} INVALID_INPUT when it is empty */
export function filledList(value: unknown, name: string): Record<string, unknown>[] {
    const list = objectsOf(value, name);
    if (list.length === 0) throw badRequest('INVALID_INPUT', `The ${name} list must hold at least one item.`);
    return list;
}

/** `{"attributes": {"type": "Account"}}` in the body of an address that names the object. @throws {OrgError} INVALID_INPUT */
export function requireType(json: Json, object: string): void {
    const type = (json.attributes as { type?: unknown } | null | undefined)?.type;
    if (type === undefined || (typeof type === 'string' && type.toLowerCase() === object.toLowerCase())) return;
    throw badRequest(
        'INVALID_INPUT',
        `The attributes.type ${JSON.stringify(type)} is not the object of the address, ${object}.`
    );
}
