import type { ChildRelationship, Field, SObject } from './types.ts';

/** Everything that the org knows about its objects; replaced whole when a deploy adds to it. */
export interface Schema {
    readonly objects: readonly SObject[];
    /** By API name, whatever its case; `undefined` when the org has no such object. */
    object(name: string): SObject | undefined;
    /** By API name, whatever its case. */
    field(object: SObject, name: string): Field | undefined;
    /** The lookup field behind `Owner`, `Contact__r`… */
    relationship(object: SObject, name: string): Field | undefined;
    /** The children behind a subquery's name: `Tasks`, `Sona_Calls__r`… */
    childRelationship(object: SObject, name: string): ChildRelationship | undefined;
    childrenOf(object: SObject): readonly ChildRelationship[];
    /** The object that an id belongs to, by its first three characters. */
    ofId(id: string): SObject | undefined;
}

/** Builds the lookups of a schema once. */
export function createSchema(objects: readonly SObject[]): Schema {
    const byName = lowerIndex(objects, (object) => object.name);
    const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
    const fields = new Map(objects.map((object) => [object, lowerIndex(object.fields, (field) => field.name)]));
    const relationships = new Map(objects.map((object) => [object, relationshipIndex(object)]));
    const children = new Map(objects.map((object) => [object, childrenOf(objects, object)]));
    const named = new Map(
        [...children].map(([object, list]) => [object, lowerIndex(list, (child) => child.name ?? undefined)])
    );
    return {
        objects,
        object: (name) => byName.get(name) ?? byName.get(name.toLowerCase()),
        field: (object, name) => find(fields.get(object), name),
        relationship: (object, name) => find(relationships.get(object), name),
        childRelationship: (object, name) => find(named.get(object), name),
        childrenOf: (object) => children.get(object) ?? [],
        ofId: (id) => byPrefix.get(id.slice(0, 3))
    };
}

function find<Item>(index: Map<string, Item> | undefined, name: string): Item | undefined {
    return index?.get(name) ?? index?.get(name.toLowerCase());
}

function lowerIndex<Item>(items: readonly Item[], key: (item: Item) => string | undefined): Map<string, Item> {
    const index = new Map<string, Item>();
    for (const item of items) {
        const name = key(item);
        if (name === undefined) continue;
        // Written both ways: nearly every lookup is by the exact name, and lowering it is what costs.
        index.set(name, item);
        index.set(name.toLowerCase(), item);
    }
    return index;
}

function relationshipIndex(object: SObject): Map<string, Field> {
    return lowerIndex(object.fields, (field) => field.relationshipName ?? undefined);
}

function childrenOf(objects: readonly SObject[], parent: SObject): ChildRelationship[] {
    return objects.flatMap((child) =>
        child.fields.flatMap((field) => {
            if (!field.referenceTo.includes(parent.name)) return [];
            const side = field.children[parent.name] ?? { name: null, cascadeDelete: false };
            return [{ ...side, child, field }];
        })
    );
}
