/** A part of an interface that says so when a test asks for more of it than it gave. */
export function partial<T extends object>(what: string, given: Partial<NoInfer<T>>): T {
    return new Proxy(given, {
        get(target, name, receiver): unknown {
            // Whoever awaits an object looks for this one.
            if (name in target || typeof name === 'symbol' || name === 'then' || name === 'toJSON')
                return Reflect.get(target, name, receiver);
            throw new Error(`${what}.${name} is not part of this test`);
        }
    }) as T;
}
