/**
 * The version of the engine: of what operations do, and of what a saved state looks like.
 *
 * It goes up whenever the same settings and operations would give another heap, other events, or a state saved in another shape.
 * Snapshots of another engine are not loaded; journals of another engine are replayed, and prove by their offsets whether they
 * still mean the same.
 */
export const ENGINE_VERSION = 14;
