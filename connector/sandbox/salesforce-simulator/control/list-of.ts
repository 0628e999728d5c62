/** The texts of a JSON list; nothing for anything else. */
export function listOf(value: unknown): string[] {
    return Array.isArray(value) ? value.map(String) : [];
}
