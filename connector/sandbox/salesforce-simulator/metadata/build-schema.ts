import { checkCustomization } from '../customizing/check-customization.ts';
import type { Customization } from '../customizing/customization.ts';
import { customizeObject, type RecordTypeIds } from '../customizing/customize-object.ts';
import type { FieldDraft } from '../schema/field-definitions.ts';
import { defineObject, standardObjects, type Features, type ObjectDraft } from '../schema/object-definitions.ts';
import { createSchema, type Schema } from '../schema/schema.ts';
import { readCustomObject } from './custom-object.ts';
import type { PackageContents } from './read-package.ts';

/** What an org's schema is made of besides its packages. */
export interface SchemaSettings extends Features {
    readonly customization: Customization;
}

/**
 * The org's schema: the standard objects with what every package adds, in the order in which they were deployed, and
 * what the org's admins changed.
 *
 * @throws {Error} when a package or an admin adds to an object that does not exist, or points at one
 */
export function buildSchema(
    packages: readonly PackageContents[],
    settings: SchemaSettings,
    recordTypeId: RecordTypeIds
): Schema {
    const { customization } = settings;
    const added = mergeFields([...packages.map(({ fields }) => fields), fieldsOf(customization)]);
    const standard = standardObjects(settings);
    const custom = customObjects(packages, added);
    const known = new Set([...standard, ...custom].map((object) => object.name));
    for (const object of added.keys()) {
        if (object !== 'Activity' && !known.has(object))
            throw new Error(`Fields are declared for ${object}, which does not exist.`);
    }
    const activityParents = custom.filter((object) => object.activities).map((object) => object.name);
    const extended = standard.map((object) => ({
        ...object,
        fields: [...extendStandard(object, activityParents), ...ownFields(object, added)]
    }));
    const objects = [...extended, ...custom];
    for (const object of objects) requireParents(object, objects);
    const recordTypes = [...packages.flatMap((contents) => contents.recordTypes), ...(customization.recordTypes ?? [])];
    const customized = objects.map((object) => customizeObject(object, customization, recordTypes, recordTypeId));
    const schema = createSchema(customized.sort((a, b) => (a.name < b.name ? -1 : 1)).map(defineObject));
    checkCustomization(schema, customization, recordTypes);
    return schema;
}

type Fields = PackageContents['fields'];

function fieldsOf({ fields = {} }: Customization): Fields {
    return new Map(Object.entries(fields));
}

function mergeFields(sources: readonly Fields[]): Map<string, FieldDraft[]> {
    const merged = new Map<string, Map<string, FieldDraft>>();
    for (const source of sources) {
        for (const [object, fields] of source) {
            const known = merged.get(object) ?? new Map<string, FieldDraft>();
            for (const field of fields) known.set(field.name, field);
            merged.set(object, known);
        }
    }
    return new Map([...merged].map(([object, fields]) => [object, [...fields.values()]]));
}

function customObjects(packages: readonly PackageContents[], added: Map<string, FieldDraft[]>): ObjectDraft[] {
    const declared = new Map(
        packages.flatMap(({ objects, qualify }) =>
            [...objects].map(([name, file]) => [name, { ...file, qualify }] as const)
        )
    );
    return [...declared].map(([name, { xml, fullName, qualify }], index) =>
        readCustomObject(xml, fullName, customPrefix(index), added.get(name) ?? [], qualify)
    );
}

/** Custom objects get `a00`, `a01`… in the order of their deploy. */
function customPrefix(index: number): string {
    return `a${index.toString(36).toUpperCase().padStart(2, '0')}`;
}

function ownFields(object: ObjectDraft, added: Map<string, FieldDraft[]>): FieldDraft[] {
    const activity = object.name === 'Task' || object.name === 'Event' ? (added.get('Activity') ?? []) : [];
    return [...activity, ...(added.get(object.name) ?? [])];
}

/** Custom objects that allow activities can be what a task is related to. */
function extendStandard(object: ObjectDraft, parents: readonly string[]): FieldDraft[] {
    if (object.name !== 'Task' && object.name !== 'Event') return [...object.fields];
    const plural = object.labelPlural;
    return object.fields.map((field) =>
        field.name === 'WhatId'
            ? {
                  ...field,
                  referenceTo: [...(field.referenceTo ?? []), ...parents],
                  childRelationships: {
                      ...field.childRelationships,
                      ...Object.fromEntries(parents.map((parent) => [parent, { name: plural, cascadeDelete: true }]))
                  }
              }
            : field
    );
}

function requireParents(object: ObjectDraft, objects: readonly ObjectDraft[]): void {
    for (const field of object.fields) {
        for (const parent of field.custom === true ? (field.referenceTo ?? []) : []) {
            if (!objects.some((other) => other.name === parent)) {
                throw new Error(`${object.name}.${field.name} refers to ${parent}, which does not exist.`);
            }
        }
    }
}
