import type { Access } from '../access/access.ts';
import { recordTypeInfos } from './record-type-infos.ts';
import type { Schema } from './schema.ts';
import type { Field, PicklistValue, SObject } from './types.ts';

type Json = Record<string, unknown>;

/** Describe's answer about one field: every key that a real one has, in its alphabetical order. */
function describeField(field: Field, schema: Schema, editable: boolean): Json {
    const answer: Json = {
        ...field.flags,
        createable: field.createable && editable,
        updateable: field.updateable && editable,
        byteLength: field.byteLength,
        label: field.label,
        length: field.length,
        name: field.name,
        picklistValues: field.picklistValues.map(describePicklistValue),
        referenceTo: field.referenceTo.filter((name) => !name.endsWith('__c') || schema.object(name)),
        relationshipName: field.relationshipName,
        type: field.type
    };
    return Object.fromEntries(Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describePicklistValue(value: PicklistValue): Json {
    const { active, defaultValue, label, validFor } = value;
    return { active, defaultValue, label, validFor, value: value.value };
}

/** What may be done with an object, as far as this caller may. */
export function flagsFor(object: SObject, access: Access): Json {
    const { flags } = object;
    const rights = access.object(object);
    return {
        ...flags,
        createable: flags.createable === true && rights.create,
        updateable: flags.updateable === true && rights.edit,
        deletable: flags.deletable === true && rights.delete
    };
}

/** One entry of the list of objects (`/sobjects`). */
export function describeGlobalEntry(object: SObject, access: Access, base: string): Json {
    const flags = Object.entries(flagsFor(object, access)).filter(([name]) => name !== 'compactLayoutable');
    return {
        ...Object.fromEntries(flags),
        associateEntityType: null,
        associateParentEntity: null,
        custom: object.custom,
        hasSubtypes: false,
        isInterface: false,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        name: object.name,
        urls: resourceUrls(object, base)
    };
}

/** Describe's whole answer about one object, as this caller may see it and write to it. */
export function describeObject(
    object: SObject,
    schema: Schema,
    { access, profile }: { readonly access: Access; readonly profile: string },
    base: string
): Json {
    const children = schema
        .childrenOf(object)
        .filter(({ child, field }) => access.object(child).read && access.field(child, field).read);
    return {
        actionOverrides: [],
        ...flagsFor(object, access),
        associateEntityType: null,
        associateParentEntity: null,
        childRelationships: children.map((child) => ({
            cascadeDelete: child.cascadeDelete,
            childSObject: child.child.name,
            deprecatedAndHidden: false,
            field: child.field.name,
            ...junctionOf(object, child.child.name),
            relationshipName: child.name,
            restrictedDelete: child.field.onParentDelete === 'restrict'
        })),
        custom: object.custom,
        defaultImplementation: null,
        extendedBy: null,
        extendsInterfaces: null,
        fields: object.fields
            // A list of ids is told of where its children are: in the child relationship.
            .filter((field) => field.type !== 'JunctionIdList' && access.field(object, field).read)
            .map((field) => describeField(field, schema, access.field(object, field).edit)),
        implementedBy: null,
        implementsInterfaces: null,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        listviewable: null,
        lookupLayoutable: null,
        name: object.name,
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        recordTypeInfos: recordTypeInfos(object, profile).map((info) => ({
            ...info,
            urls: { layout: `${base}/sobjects/${object.name}/describe/layouts/${info.recordTypeId}` }
        })),
        sobjectDescribeOption: 'FULL',
        supportedScopes: object.supportedScopes,
        urls: describeUrls(object, base)
    };
}

function junctionOf(object: SObject, child: string): Json {
    const list = child === 'TaskWhoRelation' ? object.fields.find(({ type }) => type === 'JunctionIdList') : undefined;
    return { junctionIdListNames: list ? [list.name] : [], junctionReferenceTo: list?.referenceTo ?? [] };
}

function resourceUrls(object: SObject, base: string): Json {
    const own = `${base}/sobjects/${object.name}`;
    return { rowTemplate: `${own}/{ID}`, describe: `${own}/describe`, sobject: own };
}

function describeUrls(object: SObject, base: string): Json {
    const own = `${base}/sobjects/${object.name}`;
    return {
        ...resourceUrls(object, base),
        compactLayouts: `${own}/describe/compactLayouts`,
        layouts: `${own}/describe/layouts`,
        quickActions: `${own}/quickActions`,
        defaultValues: `${own}/defaultValues?recordTypeId&fields`,
        uiDetailTemplate: '/{ID}',
        uiEditTemplate: '/{ID}/e',
        uiNewRecord: `/${object.keyPrefix}/e`
    };
}
