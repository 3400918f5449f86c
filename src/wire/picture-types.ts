/** The pictures that hosts take; Anthropic names them (https://docs.anthropic.com/en/docs/build-with-claude/vision). */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
