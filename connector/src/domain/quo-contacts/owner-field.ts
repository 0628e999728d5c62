/** A field that admins made in Quo, as `GET /v1/contact-custom-fields` tells it. */
export interface FieldDefinition {
    readonly key: string;
    readonly name: string;
    readonly type: string;
}

/** Looked for when no name is chosen, in this order. */
const OWNER_FIELD_NAMES = ['Salesforce Owner', 'Propriétaire Salesforce', 'Owner', 'Propriétaire'] as const;

/** Types that can hold a name. */
const TEXTUAL = new Set(['string', 'multi-select']);

/**
 * The workspace's field for the owner, by name, whatever its case and accents.
 *
 * @param chosen the preference; absent: one of the usual names
 * @returns undefined when there is none: then the owner stands in the role line
 */
export function ownerField(
    definitions: readonly FieldDefinition[],
    chosen: string | undefined
): FieldDefinition | undefined {
    const names = chosen === undefined ? OWNER_FIELD_NAMES : [chosen];
    for (const name of names) {
        const found = definitions.find(
            (definition) => TEXTUAL.has(definition.type) && comparable(definition.name) === comparable(name)
        );
        if (found) return found;
    }
    return undefined;
}

function comparable(name: string): string {
    return name
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase();
}
