/** Comma-separated `name=value`, each value encoded (Lightning Web Components Developer Guide, "Launch a Record with Default Field Values"). */
export const encodeDefaultFieldValues = (values) =>
    Object.entries(values)
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value ?? '')}`)
        .join(',');
