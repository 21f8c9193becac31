import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Settings } from "@/api/types";
import { CourseCard } from "./CourseCard";
import { CONDITIONS, LIMITS } from "./overrides";
import type { Schema } from "./schema";

const BLANK = Object.fromEntries(
  [...CONDITIONS, ...LIMITS, "consult", "bodies", "first_review"].map((name) => [name, null]),
);

/** The courses that are other than usual: for which requests, and what is other. */
export function CoursesField({ schema, settings }: { schema: Schema; settings: Settings }) {
  const { t } = useTranslation();
  return (
    <div style={{ gridColumn: "1 / -1" }}>
      <p className="muted">{t("configuration.coursesHint")}</p>
      <Form.List name="courses">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <CourseCard
                key={key}
                index={name}
                schema={schema}
                settings={settings}
                remove={() => remove(name)}
              />
            ))}
            <Button
              type="dashed"
              data-testid="add-course"
              style={{ marginBottom: 14 }}
              onClick={() => add({ ...BLANK })}
            >
              {t("configuration.addCourse")}
            </Button>
          </>
        )}
      </Form.List>
    </div>
  );
}
