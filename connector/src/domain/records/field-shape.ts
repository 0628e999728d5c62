/** What a field of the org's own can hold, as describe tells it. */
export interface FieldShape {
    /** Salesforce's own word: `string`, `textarea`, `picklist`, `multipicklist`, `boolean`, `double`, `date`, … */
    readonly type: string;
    /** Characters of a text; 0 where that says nothing. */
    readonly length: number;
    /** Digits in all, and after the point, of a `double`, `currency` or `percent`. */
    readonly precision?: number | undefined;
    readonly scale?: number | undefined;
    /** Digits of an `int`. */
    readonly digits?: number | undefined;
    /** Rich text: an answer stands in it as HTML. */
    readonly isHtml?: boolean | undefined;
    /** A picklist that takes its own values only. */
    readonly isRestricted?: boolean | undefined;
    /** Active values of a picklist, with what people see. */
    readonly values?: readonly { readonly value: string; readonly label: string }[];
    /** Objects of which a `reference` names a record. */
    readonly referenceTo?: readonly string[] | undefined;
    readonly isWritable: boolean;
}

/** By name without the package's prefix, in lower case. */
export type FieldShapes = Readonly<Record<string, FieldShape>>;
