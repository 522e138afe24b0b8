/** To find the oldest answers of a scope without reading them. */
export const ANSWER_AGE = 'CREATE INDEX answer_age ON answer (scope, expires_at_ms);';
