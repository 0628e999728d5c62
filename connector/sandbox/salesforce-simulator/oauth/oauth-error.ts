/** A refusal of the OAuth endpoints: `{"error": …, "error_description": …}`. */
export class OAuthError extends Error {
    readonly status: number;
    readonly error: string;

    constructor(error: string, description: string, status = 400) {
        super(description);
        this.status = status;
        this.error = error;
    }

    get body(): { error: string; error_description: string } {
        return { error: this.error, error_description: this.message };
    }
}
