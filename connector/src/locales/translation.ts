/** The same messages in another language: every key, none more. English is the measure. */
export type Translation<Messages> = Messages extends string
    ? string
    : { readonly [Key in keyof Messages]: Translation<Messages[Key]> };
