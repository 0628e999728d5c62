import type { Schema } from '../schema/schema.ts';
import type { Field, SObject } from '../schema/types.ts';

/** Texts, comments, and names with what is behind their dots; a parenthesis after a name makes it a function. */
const TOKEN = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\/|([$A-Za-z_][\w$]*(?:\s*\.\s*\w+)*)(\s*\()?/g;

/** What `$User.` and the like stand for. */
export const GLOBALS: Readonly<Record<string, string>> = {
    $User: 'User',
    $Profile: 'Profile',
    $UserRole: 'UserRole',
    $Organization: 'Organization',
    $RecordType: 'RecordType'
};

/** Writes functions and fields as they are defined: Salesforce reads them whatever their case. */
export function spellAsDefined(schema: Schema, object: SObject, formula: string): string {
    return formula.replace(TOKEN, (whole: string, name: string | undefined, open: string | undefined) => {
        if (name === undefined) return whole;
        return open === undefined ? spellPath(schema, object, name) : name.toUpperCase() + open;
    });
}

function spellPath(schema: Schema, object: SObject, path: string): string {
    const names = path.split('.').map((name) => name.trim());
    const spelt: string[] = [];
    let at: SObject | undefined = object;
    for (const [index, name] of names.entries()) {
        const global = index === 0 ? globalNamed(name) : undefined;
        const lookup: Field | undefined = at && schema.relationship(at, name);
        const behind = index < names.length - 1;
        spelt.push(global ?? (behind ? lookup?.relationshipName : at && schema.field(at, name)?.name) ?? name);
        const next: string | undefined = global === undefined ? lookup?.referenceTo[0] : GLOBALS[global];
        at = next === undefined ? undefined : schema.object(next);
    }
    return spelt.join('.');
}

function globalNamed(name: string): string | undefined {
    return Object.keys(GLOBALS).find((global) => global.toLowerCase() === name.toLowerCase());
}
