import { badRequest, notFound } from '../org-error.ts';
import { isServed } from '../graphql/record-types.ts';
import type { Exchange, Handle, Org } from '../api/exchange.ts';
import { normalizeId } from '../records/ids.ts';
import { profileNameOf } from '../rules/record-types.ts';
import { MASTER, recordTypeInfos, type RecordTypeInfo } from '../schema/record-type-infos.ts';
import type { Field, PicklistValue, RecordType, SObject } from '../schema/types.ts';
import { batch } from './batch.ts';

type Json = Record<string, unknown>;

/** What the UI API calls the types of fields. */
const DATA_TYPES: Readonly<Record<string, string>> = {
    id: 'Reference',
    boolean: 'Boolean',
    int: 'Int',
    double: 'Double',
    currency: 'Currency',
    percent: 'Percent',
    date: 'Date',
    datetime: 'DateTime',
    time: 'Time',
    email: 'Email',
    phone: 'Phone',
    url: 'Url',
    picklist: 'Picklist',
    multipicklist: 'MultiPicklist',
    combobox: 'ComboBox',
    reference: 'Reference',
    textarea: 'TextArea',
    address: 'Address',
    string: 'String'
};

/** `GET /ui-api/object-info/Task`. */
export const objectInfo: Handle = (org, exchange, params) => {
    const object = objectServed(org, exchange, params.object);
    const { access } = exchange.caller;
    const rights = access.object(object);
    const fields = object.fields.filter((field) => access.field(object, field).read);
    const types = recordTypeInfos(object, profileNameOf(org.state, exchange.caller.userId));
    return {
        status: 200,
        body: {
            apiName: object.name,
            childRelationships: childRelationships(org, exchange, object),
            createable: object.flags.createable === true && rights.create,
            custom: object.custom,
            defaultRecordTypeId: types.find((info) => info.defaultRecordTypeMapping)?.recordTypeId ?? MASTER,
            deletable: object.flags.deletable === true && rights.delete,
            dependentFields: {},
            feedEnabled: object.flags.feedEnabled,
            fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(org, exchange, object, field)])),
            keyPrefix: object.keyPrefix,
            label: object.label,
            labelPlural: object.labelPlural,
            layoutable: object.flags.layoutable,
            mruEnabled: object.flags.mruEnabled,
            nameFields: object.nameField ? [object.nameField.name] : [],
            queryable: object.flags.queryable,
            recordTypeInfos: Object.fromEntries(types.map((info) => [info.recordTypeId, recordTypeInfo(info)])),
            searchable: object.flags.searchable,
            themeInfo: null,
            updateable: object.flags.updateable === true && rights.edit
        }
    };
};

/** `GET /ui-api/object-info/batch/Task,Lead`: an object that the caller may not read has a status of its own. */
export const objectInfos: Handle = (org, exchange, params) =>
    batch(params.objects, (object) => objectInfo(org, exchange, { object }));

/** `GET /ui-api/object-info/Task/picklist-values/012…/Status`, or of every picklist without a field. */
export const picklistValues: Handle = (org, exchange, params) => {
    const object = objectServed(org, exchange, params.object);
    const base = `${exchange.base}/ui-api/object-info/${object.name}/picklist-values/${params.recordType}`;
    const type = recordTypeAt(object, params.recordType);
    const shown = object.fields.filter(
        (field) => field.picklistValues.length > 0 && exchange.caller.access.field(object, field).read
    );
    if (params.field === undefined) {
        const picklistFieldValues = Object.fromEntries(
            shown.map((field) => [field.name, valuesOf(field, type, `${base}/${field.name}`)])
        );
        return { status: 200, body: { picklistFieldValues } };
    }
    const field = shown.find((known) => known.name.toLowerCase() === params.field?.toLowerCase());
    if (!field) throw badRequest('INVALID_FIELD', `The field ${params.field} is not a picklist of ${object.name}.`);
    return { status: 200, body: valuesOf(field, type, `${base}/${field.name}`) };
};

function objectServed(org: Org, exchange: Exchange, name: string | undefined): SObject {
    const object = org.state.schema.object(name ?? '');
    if (!object || !exchange.caller.access.object(object).read) throw notFound();
    if (!isServed(object)) throw badRequest('INVALID_TYPE', `Object ${object.name} is not supported in UI API`);
    return object;
}

function childRelationships(org: Org, exchange: Exchange, object: SObject): Json[] {
    const { access } = exchange.caller;
    return org.state.schema
        .childrenOf(object)
        .filter(({ name }) => name !== null)
        .filter(({ child, field }) => isServed(child) && access.object(child).read && access.field(child, field).read)
        .map((child) => ({
            childObjectApiName: child.child.name,
            fieldName: child.field.name,
            junctionIdListNames: [],
            junctionReferenceTo: [],
            relationshipName: child.name
        }));
}

function fieldInfo(org: Org, exchange: Exchange, object: SObject, field: Field): Json {
    const { edit } = exchange.caller.access.field(object, field);
    const references = field.referenceTo
        .map((name) => org.state.schema.object(name))
        .filter((target) => target !== undefined)
        .filter((target) => exchange.caller.access.object(target).read);
    return {
        apiName: field.name,
        calculated: field.calculated,
        compound: field.type === 'address',
        compoundComponentName: null,
        compoundFieldName: field.compoundFieldName,
        controllerName: null,
        controllingFields: [],
        createable: field.createable && edit,
        custom: field.custom,
        dataType: DATA_TYPES[field.type] ?? 'String',
        extraTypeInfo: field.flags.extraTypeInfo ?? null,
        filterable: field.filterable,
        filteredLookupInfo: null,
        highScaleNumber: false,
        htmlFormatted: field.flags.htmlFormatted,
        inlineHelpText: field.flags.inlineHelpText ?? null,
        label: field.label,
        length: field.length,
        maskType: null,
        nameField: field.nameField,
        polymorphicForeignKey: field.referenceTo.length > 1,
        precision: field.precision,
        reference: field.type === 'reference',
        referenceTargetField: null,
        referenceToInfos: references.map((target) => ({
            apiName: target.name,
            nameFields: target.nameField ? [target.nameField.name] : []
        })),
        relationshipName: field.relationshipName,
        required: !field.nillable && field.createable && !field.defaultedOnCreate,
        scale: field.scale,
        searchPrefilterable: field.flags.searchPrefilterable,
        sortable: field.sortable,
        unique: field.unique,
        updateable: field.updateable && edit
    };
}

/** The record type of an address, `undefined` for the master one. @throws {OrgError} 400 for one of another object */
function recordTypeAt(object: SObject, id: string | undefined): RecordType | undefined {
    const type = object.recordTypes.find((known) => known.id === normalizeId(id ?? ''));
    if (!type && normalizeId(id ?? '') !== MASTER)
        throw badRequest('INVALID_INPUT', `${id} is no record type of ${object.name}.`);
    return type;
}

function recordTypeInfo({ available, defaultRecordTypeMapping, master, name, recordTypeId }: RecordTypeInfo): Json {
    return { available, defaultRecordTypeMapping, master, name, recordTypeId };
}

/** A picklist's values as they are in a record type, with the labels that the field gives them. */
function valuesOf(field: Field, type: RecordType | undefined, url: string): Json {
    const limited = type?.picklists.get(field.name);
    const active = field.picklistValues
        .filter((value) => value.active)
        .filter(({ value }) => !limited || limited.some((choice) => choice.value === value))
        .map((known) => ({ ...known, ...(limited ? { defaultValue: isDefault(limited, known.value) } : {}) }));
    const shown = active.map(({ label, value }) => ({ attributes: null, label, validFor: [], value }));
    const chosen = active.findIndex((value) => value.defaultValue);
    return { controllerValues: {}, defaultValue: shown[chosen] ?? null, url, values: shown };
}

function isDefault(choices: readonly PicklistValue[], value: string): boolean {
    return choices.some((choice) => choice.value === value && choice.defaultValue);
}
