export function text(value: unknown): string | undefined {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field of the record that a lookup leads to. */
export function relatedValue(related: unknown, field: string): unknown {
    return typeof related === 'object' && related !== null ? (related as Record<string, unknown>)[field] : undefined;
}
