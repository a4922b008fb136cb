// Facebook's and Instagram's buttons are divs with role=button: clicked by mouse, or by Enter and Space when focused.
// A disabled one keeps its role and says aria-disabled. With `label` it has an aria-label, without one only its text.
// ?obeys=trusted draws a site that ignores scripted events, which neither site is known to do today.
import { variant } from "./page-query.js";

const obeys = (event) => event.nativeEvent.isTrusted || variant("obeys", "all") === "all";

export function RoleButton({ label, disabled = false, onPress, children, hidden = false, ...rest }) {
  const press = (event) => {
    if (!disabled && obeys(event)) onPress?.(event);
  };
  const key = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press(event);
  };
  return (
    <div
      role="button"
      className="button x1i10hfl"
      tabIndex={hidden ? -1 : 0}
      aria-hidden={hidden || undefined}
      aria-label={label}
      aria-disabled={disabled || undefined}
      onClick={press}
      onKeyDown={key}
      {...rest}
    >
      {children ?? label}
    </div>
  );
}
