import { readFileSync } from 'node:fs';
import type { ChildSide, Field, FieldFlags, FieldType, PicklistValue } from './types.ts';

type Flag = boolean | number | string | null;

/** A field as the data files and the metadata reader state it: only what differs from what its type implies. */
export interface FieldDraft {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    readonly length?: number;
    readonly byteLength?: number;
    readonly referenceTo?: readonly string[];
    readonly relationshipName?: string;
    /** A text alone is a value whose label is itself; `time-zones` stands for the shared list. */
    readonly picklistValues?: 'time-zones' | readonly (string | PicklistDraft)[];
    readonly childRelationships?: Readonly<Record<string, string | null | ChildSide>>;
    readonly onParentDelete?: Field['onParentDelete'];
    readonly displayFormat?: string;
    readonly [flag: string]: unknown;
}

export interface PicklistDraft {
    readonly value: string;
    readonly label?: string;
    readonly active?: boolean;
    readonly defaultValue?: boolean;
}

interface Defaults {
    readonly base: Record<string, Flag>;
    readonly byType: Record<string, Record<string, Flag>>;
}

const DATA = new URL('.', import.meta.url);
const NAMED = [
    'name',
    'label',
    'type',
    'length',
    'byteLength',
    'referenceTo',
    'relationshipName',
    'picklistValues',
    'childRelationships',
    'onParentDelete',
    'displayFormat'
];

/** Reads one of the data files beside this module. */
export function readData<Shape>(file: string): Shape {
    return JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as Shape;
}

const defaults = readData<Defaults>('field-defaults.json');
const timeZones = readData<PicklistDraft[]>('time-zones.json');

/** Completes a draft with everything that its type implies. */
export function defineField(draft: FieldDraft): Field {
    const own = Object.fromEntries(Object.entries(draft).filter(([key]) => !NAMED.includes(key))) as FieldFlags;
    const flags: Record<string, Flag> = { ...defaults.base, ...defaults.byType[draft.type], ...own };
    const length = draft.length ?? 0;
    const isId = draft.type === 'id' || draft.type === 'reference';
    const values = draft.picklistValues === 'time-zones' ? timeZones : (draft.picklistValues ?? []);
    return {
        ...(flags as unknown as Field),
        flags,
        name: draft.name,
        label: draft.label,
        type: draft.type,
        length,
        byteLength: draft.byteLength ?? (isId ? length : length * 3),
        referenceTo: draft.referenceTo ?? [],
        relationshipName: draft.relationshipName ?? null,
        picklistValues: values.map(completePicklistValue),
        children: childSides(draft),
        onParentDelete: draft.onParentDelete ?? 'clear',
        ...(draft.displayFormat === undefined ? {} : { displayFormat: draft.displayFormat })
    };
}

/** A picklist value with everything that a value has; a text alone is its own label. */
export function completePicklistValue(value: string | PicklistDraft): PicklistValue {
    const draft = typeof value === 'string' ? { value } : value;
    return { active: true, defaultValue: false, validFor: null, label: draft.value, ...draft };
}

function childSides(draft: FieldDraft): Record<string, ChildSide> {
    const sides = Object.entries(draft.childRelationships ?? {}).map(([parent, side]): [string, ChildSide] => [
        parent,
        side !== null && typeof side === 'object' ? side : { name: side, cascadeDelete: draft.cascadeDelete === true }
    ]);
    return Object.fromEntries(sides);
}
