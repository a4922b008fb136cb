// A site of which only the visit counts. Its text box must never be looked at.
import { createRoot } from "react-dom/client";

createRoot(document.getElementById("mount_0_0_fx")).render(
  <main>
    <h1>videos fixture</h1>
    <form>
      <textarea aria-label="Add a comment…" />
    </form>
  </main>,
);
