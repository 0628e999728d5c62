import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { all, text, texts, type Element } from 'salesforce-metadata/xml.ts';

export interface Field {
    readonly object: string;
    readonly name: string;
    readonly type: string;
    /** Characters that it holds; absent for a field that holds no text. */
    readonly length?: number;
    readonly label: string;
    readonly picklist: readonly { readonly value: string; readonly label: string }[];
    readonly referenceTo?: string;
    readonly relationshipName?: string;
    readonly file: string;
    readonly root: Element;
}

/** Lengths that the platform gives to types without a `<length>`. */
const FIXED: Readonly<Record<string, number>> = { Url: 255, TextArea: 255, Phone: 40, Email: 80 };

function readField(object: string, file: string, root: Element): Field {
    const type = text(root, 'type') ?? '';
    const length = text(root, 'length') === undefined ? FIXED[type] : Number(text(root, 'length'));
    const definition = all(root, 'valueSet').flatMap((set) => all(set, 'valueSetDefinition'));
    const referenceTo = text(root, 'referenceTo');
    const relationshipName = text(root, 'relationshipName');
    return {
        object,
        name: text(root, 'fullName') ?? '',
        type,
        label: text(root, 'label') ?? '',
        picklist: definition
            .flatMap((set) => all(set, 'value'))
            .map((value) => ({ value: text(value, 'fullName') ?? '', label: text(value, 'label') ?? '' })),
        file,
        root,
        ...(length !== undefined && { length }),
        ...(referenceTo !== undefined && { referenceTo }),
        ...(relationshipName !== undefined && { relationshipName })
    };
}

/** Rules ask for a field at a time. */
const READ = new WeakMap<PackageModel, readonly Field[]>();

/** The custom fields of the package. Those of Activity are also fields of Task and Event: see `fieldsOf`. */
export function packagedFields(model: PackageModel): readonly Field[] {
    const fields =
        READ.get(model) ??
        model.of('field').map(({ name, file, root }) => readField(name.split('.')[0] ?? '', file, root));
    READ.set(model, fields);
    return fields;
}

/** The custom fields that an object has through the package: Task and Event have those of Activity. */
export function fieldsOf(model: PackageModel, object: string): readonly Field[] {
    const owner = object === 'Task' || object === 'Event' ? 'Activity' : object;
    return packagedFields(model).filter((field) => field.object === owner);
}

export function findField(model: PackageModel, object: string, name: string): Field | undefined {
    return fieldsOf(model, object).find((field) => field.name === name);
}

/** The picklist values that a filter names: `a,b` means either. */
export function filterValues(filter: Element): readonly string[] {
    return texts(filter, 'value').flatMap((value) => value.split(','));
}
