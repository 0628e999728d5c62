import { z } from 'zod';

/** A user that an app works as, as an admin sets one up. */
export const runAsSchema = z.strictObject({
    username: z.string(),
    profile: z.string(),
    permissionSets: z.array(z.string()),
    /** Developer name of the role; without one, the user stands above nobody. */
    role: z.string().optional()
});

export type RunAs = Readonly<z.infer<typeof runAsSchema>>;
