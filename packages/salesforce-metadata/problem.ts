/** Something that an org would refuse, or that a person would trip over. `file` is relative to the repository. */
export interface Problem {
    readonly file: string;
    readonly message: string;
}

export function problem(file: string, message: string): Problem {
    return { file, message };
}
