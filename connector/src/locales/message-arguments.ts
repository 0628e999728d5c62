/** What a message needs to be told, read from its ICU text by the compiler: a forgotten argument doesn't compile. */
export type MessageArguments<Message extends string> = Merged<InText<Message, []>>;

/** Nesting, innermost first: inside the options of a plural or select, or inside one option's text. */
type Inside = 'options' | 'text';

type InText<Text extends string, Depth extends readonly Inside[], Found = never> =
    FirstBrace<Text> extends [infer Brace, infer Rest extends string]
        ? Brace extends '{'
            ? Argument<Rest, Depth, Found>
            : Depth extends readonly ['text', ...infer Outer extends readonly Inside[]]
              ? InOptions<Rest, Outer, Found>
              : never
        : Found;

type InOptions<Text extends string, Depth extends readonly Inside[], Found> =
    FirstBrace<Text> extends [infer Brace, infer Rest extends string]
        ? Brace extends '{'
            ? InText<Rest, ['text', ...Depth], Found>
            : Depth extends readonly ['options', ...infer Outer extends readonly Inside[]]
              ? InText<Rest, Outer, Found>
              : never
        : never;

/** `name}`, `name, number}` or `name, plural, …`. */
type Argument<Text extends string, Depth extends readonly Inside[], Found> = Text extends `${infer Head}}${infer Rest}`
    ? Head extends `${infer Name}, plural,${string}`
        ? InOptions<AfterComma<Text>, ['options', ...Depth], Found | [Name, number]>
        : Head extends `${infer Name}, select,${string}`
          ? InOptions<AfterComma<Text>, ['options', ...Depth], Found | [Name, string]>
          : Head extends `${infer Name}, number`
            ? InText<Rest, Depth, Found | [Name, number]>
            : InText<Rest, Depth, Found | [Head, string]>
    : never;

type AfterComma<Text extends string> = Text extends `${string}, ${string},${infer Options}` ? Options : never;

type FirstBrace<Text extends string> = Text extends `${infer Before}{${infer Rest}`
    ? Before extends `${infer Shorter}}${string}`
        ? ['}', Text extends `${Shorter}}${infer After}` ? After : never]
        : ['{', Rest]
    : Text extends `${string}}${infer Rest}`
      ? ['}', Rest]
      : undefined;

type Merged<Found> = {
    readonly [Pair in Found as Pair extends [infer Name extends string, unknown] ? Name : never]: Pair extends [
        string,
        infer Value
    ]
        ? Value
        : never;
};
