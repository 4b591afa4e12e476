/** The window. It shows the state of a workshop and turns what people do into actions. */
package aksiam.ui;
