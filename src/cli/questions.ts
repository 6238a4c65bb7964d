import { capability } from "./commands/capability.js";
import { group } from "./commands/group.js";
import { tactic } from "./commands/tactic.js";
import { technique } from "./commands/technique.js";

/**
 * The questions asked most, loaded as one: apart, each would share its modules with the others in twenty small files,
 * which take longer to open than to run.
 */
export const questions = { capability, group, tactic, technique };
