import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { render } from "vitest-browser-react";
import { type Client, Provider } from "urql";
import type { Language } from "../../words/language.ts";
import { LanguageProvider } from "../../words/useWords.tsx";
import { Toasts } from "../../ui/Toasts.tsx";

/** Draws something as it stands in the product: in a language, with a client, inside a router for its links. */
export async function within(children: ReactNode, client: Client, language: Language = "zh") {
  const root = createRootRoute({
    component: () => (
      <main>
        <h1 className="sr-only">{language === "zh" ? "事项" : "Case"}</h1>
        {children}
        <Toasts />
      </main>
    ),
  });
  const routes = [createRoute({ getParentRoute: () => root, path: "/" }), createRoute({ getParentRoute: () => root, path: "/cases/$no" })];
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ["/"] }) });
  return render(
    <LanguageProvider language={language}>
      <Provider value={client}>
        {/* The product's routes are registered as the only ones: this small tree is not of their type. */}
        <RouterProvider router={router as never} />
      </Provider>
    </LanguageProvider>,
  );
}
